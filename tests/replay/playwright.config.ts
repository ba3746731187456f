import { defineConfig } from '@playwright/test';

export default defineConfig( {
	testDir: '.',
	testMatch: '*.spec.ts',
	workers: 1,
	timeout: 60_000,
	reporter: 'line',
	outputDir: '../../test-results/replay',
	use: {
		launchOptions: {
			executablePath: process.env.CANDID_CHROMIUM ?? '/usr/bin/chromium',
			args: [ '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync' ],
		},
	},
} );
