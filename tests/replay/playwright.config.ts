import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserProgram } from '../../tools/stack/machine.mjs';

export default defineConfig( {
	testDir: '.',
	testMatch: '*.spec.ts',
	workers: Number( process.env.CANDID_WORKERS ?? 2 ),
	// How long a machine that is busy with other work may take to show what is asked for.
	timeout: 180_000,
	expect: { timeout: 30_000 },
	reporter: 'line',
	outputDir: resolve( import.meta.dirname, '../..', process.env.CANDID_RESULTS ?? 'test-results', 'replay' ),
	use: {
		launchOptions: {
			executablePath: browserProgram(),
			args: [ '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync' ],
		},
	},
} );
