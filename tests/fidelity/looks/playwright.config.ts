import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import replay from '../../replay/playwright.config';

export default defineConfig( {
	...replay,
	testDir: '.',
	// A visit mostly waits for what is sent every few seconds.
	fullyParallel: true,
	workers: 6,
	use: { launchOptions: { ...replay.use!.launchOptions, args: [ ...replay.use!.launchOptions!.args!, '--disable-blink-features=AutomationControlled' ] } },
	outputDir: resolve( import.meta.dirname, '../../..', process.env.CANDID_RESULTS ?? 'test-results', 'looks' ),
} );
