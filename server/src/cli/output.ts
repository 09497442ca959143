import process from 'node:process';

/** Writes to standard output. */
export function print(text: string): void {
  process.stdout.write(text);
}

/** Writes a line for the user to standard error. */
export function complain(message: string): void {
  process.stderr.write(`bridgewise: ${printable(message)}\n`);
}

/** Whether standard output may be coloured (https://no-color.org). */
export function mayColour(): boolean {
  return process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}

/** The text on one line, without the control characters by which a file could steer the user's terminal. */
export function printable(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, '\uFFFD');
}
