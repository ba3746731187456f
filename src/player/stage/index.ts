/**
 * The stage: runs inside the isolated document. Takes two ports, once, from the page that made it: one to
 * the host (orders in, numbers out), one from the decoder (sanitised events in).
 */
import { writeStageReport, type StageFeed, type StageOrder, type StageReportKind } from '../protocol';
import { Theatre } from './theatre';
import style from './theatre.css';

const TIME_EVERY_MS = 100;

function open( host: MessagePort, decoder: MessagePort ): void {
	const report = ( kind: StageReportKind, ...numbers: number[] ): void => host.postMessage( writeStageReport( kind, ...numbers ) );
	let playing = false;
	let failed = 0;
	const theatre = new Theatre( {
		size: ( width, height ) => report( 'size', width, height ),
		drained: () => {
			playing = false;
			report( 'drained', theatre.time );
		},
		failed: () => report( 'limited', ++failed ),
	} );

	const tell = ( now: number ): void => {
		if ( now - told >= TIME_EVERY_MS && playing ) {
			told = now;
			report( 'time', theatre.time );
		}
		requestAnimationFrame( tell );
	};
	let told = 0;
	requestAnimationFrame( tell );

	decoder.onmessage = ( message: MessageEvent< StageFeed > ) => {
		const wasOpen = theatre.open;
		theatre.pictures.addFonts( message.data.fonts );
		theatre.add( message.data.events );
		if ( ! wasOpen && theatre.open ) {
			report( 'shown', 0 );
		}
	};

	host.onmessage = ( message: MessageEvent< StageOrder > ) => {
		const order = message.data;
		switch ( order.kind ) {
			case 'play':
				playing = true;
				theatre.play( order.time, order.speed );
				report( 'shown', order.time );
				break;
			case 'pause':
				playing = false;
				theatre.pause( order.time );
				report( 'shown', order.time );
				break;
			case 'speed':
				theatre.setSpeed( order.speed );
				break;
			case 'asset':
				theatre.pictures.addFile( order.id, order.type, order.bytes );
		}
	};
	report( 'ready' );
}

const sheet = document.createElement( 'style' );
sheet.textContent = style;
document.head.append( sheet );

window.addEventListener( 'message', function once( event ) {
	const [ host, decoder ] = event.ports;
	if ( event.source === window.parent && host && decoder ) {
		window.removeEventListener( 'message', once );
		open( host, decoder );
	}
} );
