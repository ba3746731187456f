/** Candid's own capture, put together with the masking. */
import type { Preset } from '../../privacy';
import { createBoundary } from '../masking/element-states';
import { createGate } from '../masking/gate';
import { createScrubber } from '../masking/scrubber';
import { createEcho } from '../masking/typed-values';
import type { Mirror, RecordedEvent } from '../recorded';
import { Page, type Pace } from './page';

export function createOwn( { selectors, preset, inputs, keep, onEvent, onBroken, onClosed = () => {}, onError, pace }: { selectors: string[]; preset: Preset; inputs: boolean; keep: ReadonlySet<string>; onEvent: ( event: RecordedEvent ) => void; onBroken: () => void; onClosed?: () => void; onError?: ( error: unknown ) => void; pace?: Partial<Pace> } ): Page {
	const states = createBoundary( selectors, preset, inputs, 0 );
	const echo = createEcho( '' );
	const named = new Map<number, Node>();
	const mirror: Mirror = { getNode: ( id ) => named.get( id ) ?? null, getId: () => 0 };
	const settings = { mirror, boundary: states, echo, preset, inputs, keep };
	const scrubber = createScrubber( settings );
	echo.listen( window );
	return new Page( {
		gate: createGate( { ...settings, onClosed } ),
		named,
		masking: { states, scrubber },
		forget( isSnapshot ) {
			states.forget();
			echo.forget( isSnapshot );
		},
		meet: ( node ) => {
			if ( node.nodeType === 1 || node.nodeType === 9 || node.nodeType === 11 ) {
				scrubber.meetIn( node as Element );
			}
		},
		closes: ( element ) => states.closedSince( element ),
		onClosed,
		onEvent,
		onBroken,
		onError,
		pace,
		now: () => Date.now(),
	} );
}
