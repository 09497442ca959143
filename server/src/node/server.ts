import process from 'node:process';
import { startNodeServer } from './start.ts';

// The bundle is a CommonJS module.
startNodeServer(process.argv.slice(2), __dirname);
