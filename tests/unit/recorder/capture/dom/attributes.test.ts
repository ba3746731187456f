import { describe, expect, it } from 'vitest';
import { absoluteCss } from '../../../../../src/recorder/capture/dom/attributes';

const BASE = 'https://shop.example/themes/a/style.css';

describe( 'addresses of a style sheet', () => {
	it.each( [
		[ 'without quotation marks', 'a{b:url(i/x.png)}', 'a{b:url("https://shop.example/themes/a/i/x.png")}' ],
		[ 'in quotation marks', `a{b:url("x.png") url('/y.png')}`, 'a{b:url("https://shop.example/themes/a/x.png") url("https://shop.example/y.png")}' ],
		[ 'with a scheme', 'a{b:url("https://cdn.example/x.png")}', 'a{b:url("https://cdn.example/x.png")}' ],
		[ 'that are drawings with escaped quotation marks', 'a{b:url("data:image/svg+xml;utf8,<svg viewBox=\\"0 0 9 9\\"><path d=\\"M0 0)\\"/></svg>")}', 'a{b:url("data:image/svg+xml;utf8,<svg viewBox=\\"0 0 9 9\\"><path d=\\"M0 0)\\"/></svg>")}' ],
	] )( '%s', ( _what, given, expected ) => {
		expect( absoluteCss( given, BASE ) ).toBe( expected );
	} );
} );
