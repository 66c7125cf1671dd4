// The colours of the five themes for what the page draws itself: the tokens of src/reader/theme.cpp under short names.

const kLight = `
  --bg: #ffffff; --panel-bg: #f8f6f3; --fg: #1d1b19; --muted: #625d57; --border: #e3ded7; --hover: #efebe5; --selection: rgb(31 95 168 / .25);
  --issue: #5646c4; --eroding: #c23a15; --building: #0b7d71; --issue-tint: #e9e6f8; --eroding-tint: #fbe5dd; --building-tint: #dcefea;
  --issue-ink: #43359f; --eroding-ink: #97290b; --building-ink: #075c52; --border-strong: #8a847c;
  --found: rgb(255 201 51 / .51); --found-now: #ffc933; --found-tick: #a06a00;`;
const kDark = `
  --bg: #17181b; --panel-bg: #1e2024; --fg: #e9e6e1; --muted: #a8a49d; --border: #34363c; --hover: #292b31; --selection: rgb(120 170 230 / .35);
  --issue: #9f95ff; --eroding: #ff8259; --building: #3cc9b7; --issue-tint: #312e52; --eroding-tint: #4a2a20; --building-tint: #173f3b;
  --issue-ink: #c0b9ff; --eroding-ink: #ffb094; --building-ink: #8adfd3; --border-strong: #7a7c84;
  --found: rgb(138 104 0 / .51); --found-now: #5c4500; --found-tick: #ffc933;`;
const kSepia = `
  --bg: #f8f1e3; --panel-bg: #f1e8d6; --fg: #33291c; --muted: #6a5b47; --border: #dfd2ba; --hover: #e8dcc5; --selection: rgb(122 84 20 / .25);
  --issue: #5646c4; --eroding: #b53613; --building: #0a7266; --issue-tint: #e2daea; --eroding-tint: #f3d9c7; --building-tint: #d5e4d3;
  --issue-ink: #3f3196; --eroding-ink: #87260b; --building-ink: #07524a; --border-strong: #8c7c64;
  --found: rgb(245 190 46 / .51); --found-now: #f5be2e; --found-tick: #8f5f00;`;
const kContrast = `
  --bg: #000000; --panel-bg: #000000; --fg: #ffffff; --muted: #e6e6e6; --border: #8c8c8c; --hover: #2b2b2b; --selection: rgb(255 229 92 / .4);
  --issue: #c3bcff; --eroding: #ffa98a; --building: #6bebdb; --issue-tint: #1c1650; --eroding-tint: #481604; --building-tint: #023a33;
  --issue-ink: #dad6ff; --eroding-ink: #ffc9b5; --building-ink: #b0f5ec; --border-strong: #ffffff;
  --found: rgb(138 104 0 / .59); --found-now: #5c4500; --found-tick: #ffe55c;`;
const kNight = `
  --bg: #000000; --panel-bg: #0b0b0c; --fg: #d8d3ca; --muted: #9c978f; --border: #242528; --hover: #1b1c1f; --selection: rgb(120 170 230 / .35);
  --issue: #9a90f5; --eroding: #ec7a56; --building: #37b5a5; --issue-tint: #211e3d; --eroding-tint: #361c13; --building-tint: #0f2d29;
  --issue-ink: #b9b1fa; --eroding-ink: #f2a488; --building-ink: #7ccfc4; --border-strong: #73757c;
  --found: rgb(122 92 0 / .41); --found-now: #4a3800; --found-tick: #ffc933;`;

export const kThemeRules = `
.frame {
  ${kLight}
  --serif: "Faultline Serif", "Source Serif 4", Charter, Georgia, serif;
  --sans: "Faultline Sans", "Faultline Naskh", Inter, system-ui, sans-serif;
  --naskh: "Faultline Naskh", "Noto Naskh Arabic", "Times New Roman", var(--serif);
  --nastaliq: "Faultline Nastaliq", "Noto Nastaliq Urdu", "Jameel Noori Nastaleeq", var(--naskh);
  --size: calc(19px * var(--scale, 1));
  --focus: var(--faultline-focus, #1f5fa8);
  color-scheme: light;
}
.frame[data-theme=dark] { ${kDark} --focus: var(--faultline-focus, #8ab8f0); color-scheme: dark; }
.frame[data-theme=sepia] { ${kSepia} }
.frame[data-theme=contrast] { ${kContrast} --focus: var(--faultline-focus, #ffe55c); color-scheme: dark; }
.frame[data-theme=night] { ${kNight} --focus: var(--faultline-focus, #8ab8f0); color-scheme: dark; }
`;
