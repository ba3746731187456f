import { describe, expect, it } from 'vitest';
import type { FrontConfig } from '../../../src/contracts/generated/front-config';
import { consentConfig } from '../front-config';
import { mayRecord, type PageFacts } from '../../../src/loader/may-record';

const config: FrontConfig = { v: 1, door: '/door', key: 'cnd_' + 'a'.repeat( 32 ), recorder: '/visit.js', inputs: false, preset: 'balanced', block: [], keep: [], maskPage: false, consent: consentConfig() };
const facts: PageFacts = { framed: false, driven: false, userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36' };

describe( 'the decision to record', () => {
	it( 'is yes for a person on a configured page', () => {
		expect( mayRecord( config, facts ) ).toBe( true );
	} );

	it( 'is yes for a phone whose maker is called Cubot', () => {
		expect( mayRecord( config, { ...facts, userAgent: 'Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 21) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36' } ) ).toBe( true );
	} );

	it.each( [
		[ 'there is no config', null, {} ],
		[ 'the config is of another version', { ...config, v: 2 }, {} ],
		[ 'there is no door', { ...config, door: '' }, {} ],
		[ 'there is no account key', { ...config, key: '' }, {} ],
		[ 'there is no recorder', { ...config, recorder: '' }, {} ],
		[ 'nothing is said about consent', { ...config, consent: undefined }, {} ],
		[ 'the page is framed', config, { framed: true } ],
		[ 'the browser is driven by a program', config, { driven: true } ],
		[ 'the browser is a crawler', config, { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' } ],
		[ 'the browser is a robot and says nothing else', config, { userAgent: 'bot' } ],
		[ 'the browser has no window', config, { userAgent: 'Mozilla/5.0 HeadlessChrome/140.0.0.0' } ],
	] )( 'is no when %s', ( _reason, given, changed ) => {
		expect( mayRecord( given as FrontConfig | null, { ...facts, ...changed } ) ).toBe( false );
	} );
} );
