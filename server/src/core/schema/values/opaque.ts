const templateHole = /\$|\{\{|\{%|<%|%\w+%|@\w+@|__\w+__|<\w/;
const shellSyntax = /[`"'\\|&;<>(){}*?[\]~#]/;

/** Whether the text holds a template's hole, such as `{{ ip }}`, `${IP}`, `@IP@` or `<ip>`: nobody can know the value. */
export function isTemplate(text: string): boolean {
  return templateHole.test(text);
}

/**
 * Whether a shell would change the text, or a template engine did not fill it yet. ifupdown pastes its own options
 * into `sh -c`, so quotes, `$(…)` and `#` work there and the value is known only when it runs.
 */
export function isOpaque(text: string): boolean {
  return shellSyntax.test(text) || isTemplate(text);
}
