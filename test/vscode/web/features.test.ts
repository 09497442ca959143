// Everything works in the web worker as it does elsewhere: these are the suites that need no Node.
import '../suites/completion.test.ts';
import '../suites/fix-all.test.ts';
import '../suites/hover.test.ts';
import '../suites/includes.test.ts';
import '../suites/names.test.ts';
import '../suites/quick-fixes.test.ts';
import '../suites/settings.test.ts';
import '../suites/snippets.test.ts';
import '../suites/structure.test.ts';
import '../suites/topology-panel.test.ts';
import '../suites/xl-commands.test.ts';
import '../suites/xl-features.test.ts';
import '../suites/xl-findings.test.ts';
