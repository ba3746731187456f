/** Both sides of rrweb beside ours: its recorder in the visited page, its replayer in a page of its own. */
import { record } from '@rrweb/record';
import { Replayer } from '@rrweb/replay';

type Events = Exclude<ConstructorParameters<typeof Replayer>[ 0 ][ 0 ], string>[];

const here = window as unknown as { peerEvents: unknown[]; peerBegin: ( events: Events ) => void; peerShow: ( moment: number ) => void };

if ( location.pathname === '/peer' ) {
	let replayer: Replayer;
	let first = 0;
	here.peerBegin = ( events ) => {
		first = events[ 0 ]!.timestamp;
		replayer = new Replayer( events, { root: document.getElementById( 'box' )!, mouseTail: false, showWarning: false } );
	};
	here.peerShow = ( moment ) => replayer.pause( Math.max( 1, moment - first ) );
} else {
	here.peerEvents = [];
	record( { emit: ( event ) => void here.peerEvents.push( event ) } );
}
