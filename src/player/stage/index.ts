/**
 * The stage: runs inside the isolated document. Takes two ports, once, from the page that made it: one to
 * the host (orders in, numbers out), one from the decoder (sanitized events in).
 */
import type { StageFeed } from '../../decoder/protocol';
import { writeStageReport, type StageOrder, type StageReportKind } from '../protocol';
import style from './stage.css';
import { Stage } from './stage';

const TIME_EVERY_MS = 100;

function open( host: MessagePort, decoder: MessagePort ): void {
	const report = ( kind: StageReportKind, ...numbers: number[] ): void => host.postMessage( writeStageReport( kind, ...numbers ) );
	let playing = false;
	let failed = 0;
	const stage = new Stage( {
		size: ( width, height ) => report( 'size', width, height ),
		drained: () => {
			playing = false;
			report( 'drained', stage.time );
		},
		failed: () => report( 'limited', ++failed ),
	} );

	const tell = ( now: number ): void => {
		if ( now - told >= TIME_EVERY_MS && playing ) {
			told = now;
			report( 'time', stage.time );
		}
		requestAnimationFrame( tell );
	};
	let told = 0;
	requestAnimationFrame( tell );

	decoder.onmessage = ( message: MessageEvent< StageFeed > ) => {
		const wasOpen = stage.open;
		stage.pictures.addFonts( message.data.fonts );
		try {
			stage.add( message.data.events );
		} catch {
			report( wasOpen ? 'limited' : 'broken', ...( wasOpen ? [ ++failed ] : [] ) );
		}
		if ( ! wasOpen && stage.open ) {
			report( 'shown', 0 );
		}
	};

	host.onmessage = ( message: MessageEvent< StageOrder > ) => {
		const order = message.data;
		switch ( order.kind ) {
			case 'play':
				playing = true;
				stage.play( order.time, order.speed );
				report( 'shown', order.time );
				break;
			case 'pause':
				playing = false;
				stage.pause( order.time );
				report( 'shown', order.time );
				break;
			case 'speed':
				stage.setSpeed( order.speed );
				break;
			case 'settle':
				void stage.pictures.settled().then( () => report( 'settled' ) );
				break;
			case 'asset':
				stage.pictures.addFile( order.id, order.type, order.bytes );
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
