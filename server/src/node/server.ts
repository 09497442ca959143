import { startNodeServer } from './start.ts';

// The bundle is a CommonJS module.
startNodeServer(__dirname);
