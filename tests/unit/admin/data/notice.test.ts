import { describe, expect, it } from 'vitest';
import { leaveNotice, takeNotice } from '../../../../src/admin/data/notice';

describe( 'a sentence left for the next screen', () => {
	it( 'is said once', () => {
		expect( takeNotice() ).toBeNull();
		leaveNotice( 'Recording deleted.' );
		expect( takeNotice() ).toBe( 'Recording deleted.' );
		expect( takeNotice() ).toBeNull();
	} );
} );
