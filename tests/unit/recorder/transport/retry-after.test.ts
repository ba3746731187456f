import { expect, it } from 'vitest';
import { LONGEST_RETRY_AFTER_MS, retryAfterMs } from '../../../../src/recorder/transport/retry-after';

const NOW = Date.parse( '2026-01-01T00:00:00Z' );

it.each( [
	[ null, 0 ],
	[ '', 0 ],
	[ '120', 120_000 ],
	[ ' 7 ', 7000 ],
	[ '-5', 0 ],
	[ 'soon', 0 ],
	[ 'NaN', 0 ],
	[ '2147483648', LONGEST_RETRY_AFTER_MS ],
	[ '9'.repeat( 400 ), LONGEST_RETRY_AFTER_MS ],
	[ 'Thu, 01 Jan 2026 00:01:00 GMT', 60_000 ],
	[ 'Wed, 31 Dec 2025 00:00:00 GMT', 0 ],
	[ 'Thu, 01 Jan 2099 00:00:00 GMT', LONGEST_RETRY_AFTER_MS ],
] )( 'Retry-After: %s asks for a wait of %i ms', ( header, wait ) => {
	expect( retryAfterMs( header, NOW ) ).toBe( wait );
} );
