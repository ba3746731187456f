/** `npm run screenshots`: pictures of the running product, for README and the plugin directory. */
import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';
import type { SiteOptions } from '../e2e/site';

export default defineConfig< SiteOptions >( {
	...base,
	testDir: '.',
	workers: 1,
	projects: [ { name: 'screenshots', use: { stack: process.env.CANDID_STACK === 'native' ? 'native' : 'playground', viewport: { width: 1280, height: 960 } } } ],
} );
