import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../../tools/base/console.mjs';
import { neededPackages } from '../../../../tools/base/packages.mjs';

const LOCK = { packages: {
	'': {},
	'node_modules/both': { version: '1.0.0' },
	'node_modules/test': { version: '2.0.0', dev: true },
	'node_modules/shared': { version: '3.0.0', devOptional: true },
	'node_modules/other-system': { version: '4.0.0', optional: true },
	'node_modules/other-system-of-tests': { version: '5.0.0', dev: true, optional: true },
} };

describe( 'the packages a command needs', () => {
	it( 'are for “npm start” neither those of tests nor optional ones', () => {
		expect( neededPackages( LOCK, 'run' ) ).toEqual( [ [ 'node_modules/both', '1.0.0' ] ] );
	} );

	it( 'are for everything else all that fit every machine', () => {
		expect( neededPackages( LOCK, 'all' ).map( ( [ , version ] ) => version ) ).toEqual( [ '1.0.0', '2.0.0', '3.0.0' ] );
	} );

	it( 'have among those of “npm start” no tool that tests, lints or checks', async () => {
		const lock = JSON.parse( await readFile( join( root, 'package-lock.json' ), 'utf8' ) );
		const names = neededPackages( lock, 'run' ).map( ( [ path ] ) => path.replace( /^.*node_modules\//, '' ) );
		expect( names.filter( ( name ) => /^(eslint|stylelint|jest|vitest|@playwright\/|playwright|puppeteer|lighthouse|webpack|jsdom|typescript$|size-limit|dependency-cruiser|@wordpress\/scripts)/.test( name ) ) ).toEqual( [] );
		expect( names.length ).toBeLessThan( 450 );
	} );
} );
