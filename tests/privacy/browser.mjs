import { chromium } from '@playwright/test';
import { browserProgram } from '../../tools/stack/machine.mjs';

/** A visitor's browser: a real Chromium without the mark of a driven one, which the loader refuses. */
export function openBrowser( extra = [] ) {
	return chromium.launch( {
		executablePath: browserProgram(),
		args: [ '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-blink-features=AutomationControlled', ...extra ],
	} );
}

/** A page of a visitor who does not say "headless". */
export async function openVisitor( browser, options = {} ) {
	const context = await browser.newContext( { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', ...options } );
	const page = await context.newPage();
	const problems = [];
	page.on( 'pageerror', ( error ) => problems.push( String( error ) ) );
	page.on( 'console', ( message ) => message.type() === 'error' && problems.push( message.text() ) );
	return { context, page, problems };
}
