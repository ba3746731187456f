import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join( import.meta.dirname, '../../../..' );
const json = async ( path: string ): Promise< { version?: string; dependencies?: Record< string, string > } > => JSON.parse( await readFile( join( root, path ), 'utf8' ) );

describe( 'the replay engine', () => {
	it( 'is the version whose inner parts engine.ts wraps; read them again before changing the constant', async () => {
		const source = await readFile( join( root, 'src/player/stage/engine.ts' ), 'utf8' );
		const version = /ENGINE_VERSION = '([^']+)'/.exec( source )?.[ 1 ];
		expect( ( await json( 'package.json' ) ).dependencies?.[ '@rrweb/replay' ] ).toBe( version );
		expect( ( await json( 'node_modules/@rrweb/replay/package.json' ) ).version ).toBe( version );
	} );
} );
