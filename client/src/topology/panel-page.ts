import type { Webview } from 'vscode';
import { Uri } from 'vscode';

/** All that the view may load: nothing of it is inline, and nothing comes from elsewhere. */
export function resourceRoots(extensionUri: Uri): readonly Uri[] {
  return [Uri.joinPath(extensionUri, 'dist')];
}

/** The page of the topology view, before there is a picture. It is the same for all hosts: no text of theirs is in it. */
export function panelPage(webview: Webview, extensionUri: Uri): string {
  const resource = (name: string) => webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', name)).toString();
  const { cspSource } = webview;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${cspSource}; style-src ${cspSource}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Topology</title>
<link rel="stylesheet" href="${resource('topology.css')}">
</head>
<body class="empty">
<header>
<h1 id="title"></h1>
<button id="zoom-out" type="button" aria-label="Zoom out" title="Zoom out (-)">−</button>
<button id="zoom-in" type="button" aria-label="Zoom in" title="Zoom in (+)">+</button>
<button id="zoom-fit" type="button" aria-label="Fit to the width" title="Fit to the width (0)">Fit</button>
</header>
<p id="reason"></p>
<main id="view"></main>
<p id="news" role="status"></p>
<script src="${resource('topology.js')}"></script>
</body>
</html>`;
}
