/** Lines of a template language that stand for themselves: Jinja, ERB, mustache. */
const templateLine = /^[ \t]*(?:\{[%{#]|<%)|^(?!#)[^\n]*(?:\{\{.*\}\}|<%=.*%>)/m;

/** Whether another program still has to make a configuration file of this text, so that nothing can be said about it. */
export function isTemplate(text: string): boolean {
  return text.includes('{{') || text.includes('{%') || text.includes('<%') ? templateLine.test(text) : false;
}

/** Whether a text holds NULs on more than one line; such a file is no text. A lone one is a mistake in a text. */
export function isBinary(text: string): boolean {
  const first = text.indexOf('\0');
  if (first < 0) return false;
  const newline = text.indexOf('\n', first);
  return newline >= 0 && text.indexOf('\0', newline) >= 0;
}
