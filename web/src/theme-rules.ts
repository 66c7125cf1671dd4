// The colours of the four themes for what the page draws itself; the core's own are in src/reader/theme.cpp.

const kLight = `
  --bg: #fbfaf7; --panel-bg: #ffffff; --fg: #1c1b19; --muted: #5d5a54; --border: #dcd8cf; --hover: #f1eee7; --selection: rgb(31 95 168 / .25);
  --issue: #6a3fa0; --eroding: #b3261e; --building: #17693d; --issue-tint: #efe8f7; --eroding-tint: #fbe7e3; --building-tint: #e1f1e6;`;
const kDark = `
  --bg: #171717; --panel-bg: #1e1e1e; --fg: #ece9e2; --muted: #a8a49b; --border: #3a3835; --hover: #2a2927; --selection: rgb(120 170 230 / .35);
  --issue: #c3a3f0; --eroding: #ff9a8d; --building: #7fd3a1; --issue-tint: #33284a; --eroding-tint: #4a2623; --building-tint: #1f3d2c;`;
const kSepia = `
  --bg: #f4ecd8; --panel-bg: #f9f3e4; --fg: #3a2f1f; --muted: #665840; --border: #d8cbab; --hover: #ece1c6; --selection: rgb(122 84 20 / .25);
  --issue: #5d3a8c; --eroding: #9c2a1a; --building: #1f5f38; --issue-tint: #e6dcea; --eroding-tint: #f3d9c9; --building-tint: #dbe6cd;`;
const kContrast = `
  --bg: #ffffff; --panel-bg: #ffffff; --fg: #000000; --muted: #262626; --border: #000000; --hover: #ececec; --selection: rgb(0 60 200 / .3);
  --issue: #4b0f8f; --eroding: #8c0000; --building: #00471f; --issue-tint: #f2eafc; --eroding-tint: #ffeceb; --building-tint: #e6f7ec;`;

export const kThemeRules = `
.frame {
  ${kLight}
  --serif: "Faultline Serif", "Source Serif 4", Charter, Georgia, serif;
  --sans: "Faultline Sans", Inter, system-ui, sans-serif;
  --size: calc(1.1875rem * var(--scale, 1));
  --focus: var(--faultline-focus, #1f5fa8);
  color-scheme: light;
}
.frame[data-theme=dark] { ${kDark} --focus: var(--faultline-focus, #8ab8f0); color-scheme: dark; }
.frame[data-theme=sepia] { ${kSepia} }
.frame[data-theme=contrast] { ${kContrast} }
`;
