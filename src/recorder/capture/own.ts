/** Candid's own capture, put together with the masking. */
import type { FrontConfig } from '../../contracts/generated/front-config';
import { Masking } from '../masking/masking';
import type { Mirror, RecordedEvent } from '../recorded';
import { Page } from './page';
import type { Pace } from './page-settings';

export interface OwnSettings {
	config: FrontConfig;
	sensitiveWord: ( text: string ) => string | null;
	onEvent: ( event: RecordedEvent ) => void;
	onBroken: () => void;
	/** See PageSettings. */
	onClosed?: () => void;
	onError?: ( error: unknown ) => void;
	pace?: Partial<Pace>;
}

export function createOwn( { config, sensitiveWord, onEvent, onBroken, onClosed = () => {}, onError, pace }: OwnSettings ): Page {
	const named = new Map<number, Node>();
	const mirror: Mirror = { getNode: ( id ) => named.get( id ) ?? null, getId: () => 0 };
	const masking = new Masking( config, { mirror, sensitiveWord }, onClosed );
	masking.start();
	const { boundary, typed } = masking;
	return new Page( {
		gate: masking.pass,
		named,
		masking,
		forget( isSnapshot ) {
			boundary.forget();
			typed.forget( isSnapshot );
		},
		meet: ( node ) => {
			if ( node.nodeType === 1 || node.nodeType === 9 || node.nodeType === 11 ) {
				masking.watchIn( node as Element );
			}
		},
		closes: ( element, changed ) => boundary.closedSince( element, changed ),
		onClosed,
		onStop: () => masking.stop(),
		onEvent,
		onBroken,
		onError,
		pace,
		now: () => Date.now(),
	} );
}
