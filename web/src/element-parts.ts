// Small pieces of the element: choices among names, states for styling.
//
//   const theme = oneOf(['auto', 'dark'], this.getAttribute('theme'));   // the first for what is none of them

export function oneOf<T extends string>(known: readonly T[], value: string | null): T {
  return known.find((it) => it === value) ?? known[0]!;
}

export function setCustomState(internals: ElementInternals, name: string, isOn: boolean): void {
  try {
    if (isOn) internals.states.add(name);
    else internals.states.delete(name);
  } catch {
    // Engines before the final syntax accept only --names; a state for styling is not worth a failure.
  }
}
