// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { pluginAnswer } from '../../../src/consent/plugin-answer';
import { installConsentApi, removeConsentApi } from './consent-plugin';

afterEach( removeConsentApi );

it( 'Without a consent plugin nobody manages consent', () => {
	expect( pluginAnswer( 'statistics' ) ).toBe( 'unmanaged' );
} );

it( 'With the API alone nobody manages consent either, although its own question is answered with yes', () => {
	installConsentApi();
	expect( ( window as unknown as { wp_has_consent: ( category: string ) => boolean } ).wp_has_consent( 'statistics' ) ).toBe( true );
	expect( pluginAnswer( 'statistics' ) ).toBe( 'unmanaged' );
} );

it.each( [ 1, 2 ] as const )( 'In an opt-in regime only a yes is a yes, version %i', ( version ) => {
	const plugin = installConsentApi( { type: 'optin', version } );
	expect( pluginAnswer( 'statistics' ) ).toBe( 'unanswered' );
	plugin.set( 'marketing', 'allow' );
	expect( pluginAnswer( 'statistics' ) ).toBe( 'unanswered' );
	plugin.set( 'statistics', 'allow' );
	expect( pluginAnswer( 'statistics' ) ).toBe( 'given' );
	plugin.set( 'statistics', 'deny' );
	expect( pluginAnswer( 'statistics' ) ).toBe( 'refused' );
} );

it( 'An opt-out regime is not a yes, and a yes in it is one', () => {
	const plugin = installConsentApi( { type: 'optout' } );
	expect( pluginAnswer( 'statistics' ) ).toBe( 'opt-out' );
	plugin.set( 'statistics', 'allow' );
	expect( pluginAnswer( 'statistics' ) ).toBe( 'given' );
	plugin.set( 'statistics', 'deny' );
	expect( pluginAnswer( 'statistics' ) ).toBe( 'refused' );
} );

it( 'The type the server knows counts until a plugin names another one', () => {
	const plugin = installConsentApi( { fallback: 'optout' } );
	expect( pluginAnswer( 'statistics' ) ).toBe( 'opt-out' );
	plugin.define( 'optin' );
	expect( pluginAnswer( 'statistics' ) ).toBe( 'unanswered' );
} );

it( 'Where the plugin asks to wait, the type the server knows does not count', () => {
	const plugin = installConsentApi( { fallback: 'optout', waits: true } );
	expect( pluginAnswer( 'statistics' ) ).toBe( 'unmanaged' );
	plugin.define( 'optout' );
	expect( pluginAnswer( 'statistics' ) ).toBe( 'opt-out' );
} );

it( 'What was said about Candid alone counts more than the category', () => {
	const plugin = installConsentApi( { type: 'optin' } );
	plugin.set( 'statistics', 'allow' );
	plugin.setService( false );
	expect( pluginAnswer( 'statistics' ) ).toBe( 'refused' );
	plugin.set( 'statistics', 'deny' );
	plugin.setService( true );
	expect( pluginAnswer( 'statistics' ) ).toBe( 'given' );
} );

it( 'Another category than the owner\'s gives no consent, whatever the API makes of the service', () => {
	const plugin = installConsentApi( { type: 'optin', registered: 'marketing' } );
	plugin.set( 'marketing', 'allow' );
	expect( pluginAnswer( 'statistics' ) ).toBe( 'unanswered' );
} );

it( 'A plugin that throws manages nothing', () => {
	installConsentApi( { type: 'optin' } );
	( window as unknown as { wp_has_consent: () => boolean } ).wp_has_consent = () => {
		throw new Error( 'broken' );
	};
	expect( pluginAnswer( 'statistics' ) ).toBe( 'unmanaged' );
} );
