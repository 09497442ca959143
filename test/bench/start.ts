import type { BuildOptions } from 'esbuild';
import { build } from 'esbuild';
import { openServer } from './open-server.ts';

/** Programs to be measured, by their paths. */
interface Programs {
  readonly own: string;
  readonly empty: string;
  readonly cli: string;
}

/** Bundles the server, an empty one and the command line, minified as ours are packaged. */
export async function buildPrograms(folder: string): Promise<Programs> {
  const common = {
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    mainFields: ['module', 'main'],
    loader: { '.md': 'text' },
  } satisfies BuildOptions;
  const programs = {
    own: `${folder}/own-server.js`,
    empty: `${folder}/empty-server.js`,
    cli: `${folder}/cli.js`,
  };
  await build({ ...common, entryPoints: ['server/src/node/server.ts'], outfile: programs.own });
  await build({ ...common, entryPoints: ['test/bench/empty-server.ts'], outfile: programs.empty });
  await build({ ...common, entryPoints: ['server/src/cli/main.ts'], outfile: programs.cli });
  return programs;
}

/** The milliseconds from starting a server to its first answer on diagnostics. */
export async function startToDiagnostics(server: string, text: string): Promise<number> {
  const begun = performance.now();
  const editor = await openServer(server);
  const uri = 'untitled:/etc/network/interfaces';
  await editor.open(uri, 'debian-interfaces', text);
  await editor.diagnostics(uri);
  const taken = performance.now() - begun;
  await editor.close();
  return taken;
}
