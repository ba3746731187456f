import { describe, expect, it } from 'vitest';
import { STAGE_SANDBOX, stageHtml, stagePolicy } from '../../../../src/player/stage/document';

describe( 'the stage document', () => {
	it( 'has exactly these sandbox tokens', () => {
		expect( STAGE_SANDBOX ).toBe( 'allow-scripts allow-same-origin' );
	} );

	it( 'has exactly this policy', () => {
		expect( stagePolicy( 'N0nce' ) ).toBe(
			"default-src 'none'; script-src 'nonce-N0nce'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; media-src data: blob:; connect-src 'none'; frame-src 'none'; child-src 'none'; worker-src 'none'; object-src 'none'; manifest-src 'none'; base-uri 'none'; form-action 'none'",
		);
	} );

	it( 'states its policy before anything that could load', () => {
		const html = stageHtml( 'run()', 'abc' );
		expect( html.indexOf( 'Content-Security-Policy' ) ).toBeLessThan( html.indexOf( '<style' ) );
		expect( html ).toContain( '<script nonce="abc">run()</script>' );
	} );

	it( 'cannot be left by what the script says', () => {
		const html = stageHtml( 'const a = "</script><script>", b = "<!--", c = "<SCRIPT";', 'abc' );
		expect( html.match( /<script/gi ) ).toHaveLength( 1 );
		expect( html.match( /<\/script/gi ) ).toHaveLength( 1 );
		expect( html ).not.toContain( '<!--' );
	} );
} );
