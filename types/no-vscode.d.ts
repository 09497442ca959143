/** What `vscode` is outside the client: nothing. @types/vscode would otherwise be found by its name in every layer. */
export {};
