// Stands in for @vscode/native-watchdog, which would have to be compiled. It ends the server when its parent process dies;
// whoever starts the server here ends it too.
exports.start = () => undefined;
