/** Where documents of the language may lie; never `git`, whose texts are of another time. */
export const documentSchemes: readonly string[] = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];
