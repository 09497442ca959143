import process from 'node:process';
import fc from 'fast-check';

/**
 * Property tests try the same texts in every run, so that a run means the same for everybody; BRIDGEWISE_SEED chooses others.
 * Files for the real ifquery are generated anew each time all the same (test/oracle/generated-files.test.ts).
 */
fc.configureGlobal({ seed: Number(process.env['BRIDGEWISE_SEED'] ?? 1) });
