import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODULE, keepOpcodes } from '../../../tools/playground/keep-opcodes-hook.mjs';

describe( 'The hook that keeps opcodes', () => {
	it( 'finds what it changes in the installed Playground, or every request compiles all of WordPress', () => {
		const installed = readFileSync( join( import.meta.dirname, '../../../node_modules', MODULE ), 'utf8' );
		expect( keepOpcodes( installed ) ).not.toBe( installed );
	} );

	it( 'leaves a module alone that says it otherwise', () => {
		expect( keepOpcodes( 'flock( fd, op );' ) ).toBe( 'flock( fd, op );' );
	} );
} );
