/**
 * Browser tests of the whole product. Every spec runs on the native stack; those tagged @both-stacks also on Playground,
 * those tagged @playground-only there alone. Each worker boots a WordPress of its own (tests/e2e/site.ts). Playing alone
 * is tested in tests/replay.
 */
import { defineConfig } from '@playwright/test';
import { browserProgram } from './tools/stack/machine.mjs';
import type { SiteOptions } from './tests/e2e/site';

/** A person's browser: the loader records neither headless browsers nor those that say they are driven. */
const PERSON = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

export default defineConfig< SiteOptions >( {
	// Two runs at a time need two folders.
	outputDir: process.env.CANDID_RESULTS ?? 'test-results',
	fullyParallel: false,
	forbidOnly: true,
	retries: 0,
	workers: Number( process.env.CANDID_WORKERS ?? 2 ),
	timeout: 120_000,
	// How long a machine that is busy with other work may take to show what is asked for.
	expect: { timeout: 30_000 },
	reporter: 'list',
	use: {
		actionTimeout: 45_000,
		navigationTimeout: 90_000,
		screenshot: 'only-on-failure',
		locale: 'en-US',
		viewport: { width: 1280, height: 800 },
		contextOptions: { reducedMotion: 'reduce' },
		launchOptions: {
			executablePath: browserProgram(),
			args: [
				'--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
				'--disable-component-update', '--disable-sync', '--disable-blink-features=AutomationControlled',
				// Also for what is sent while a page closes, which Playwright's own setting does not reach.
				`--user-agent=${ PERSON }`,
			],
		},
	},
	projects: [
		// PHP-WASM is several times slower than native PHP, so only what may differ there runs on both: docs/TESTING.md.
		{ name: 'native', testDir: 'tests/e2e/specs', grepInvert: /@playground-only/, use: { stack: 'native' } },
		{ name: 'playground', testDir: 'tests/e2e/specs', grep: /@both-stacks|@playground-only/, use: { stack: 'playground' }, timeout: 300_000, expect: { timeout: 60_000 } },
	],
} );
