/** A Markdown file imported as its text; the build and vitest put the text in. */
declare module '*.md' {
  const text: string;
  export default text;
}
