import type { DecoderReport } from '../decoder/protocol';
import { DecoderLink } from './host/decoder-link';
import { FirstLook } from './host/first-look';
import { Playback } from './host/playback';
import { SegmentFeed } from './host/segment-feed';
import { SiteFiles } from './host/site-files';
import { StageLink } from './host/stage-link';
import type { Player, PlayedRecording, PlayerOptions } from './types';

export { MAX_SPEED, MIN_SPEED } from './types';
export type { PlayedRecording, Player, PlayerOptions, PlayerState, PlayerStatus, PlayerStrings } from './types';

/** The parts of one player, connected. The host page sees numbers only: recorded content goes from the decoder straight to the stage. */
class PlayerParts {
	public readonly playback: Playback;
	private readonly stage: StageLink;
	private readonly decoder: DecoderLink;
	private readonly feed: SegmentFeed;
	private readonly files: SiteFiles;
	private readonly firstLook: FirstLook;
	private destroyed = false;

	public constructor( private readonly options: PlayerOptions ) {
		const { recording, strings, container, stageUrl, decoderUrl, siteUrl, loadSegment } = options;
		this.playback = new Playback( recording, strings, {
			order: ( message ) => this.stage.order( message ),
			changed: ( state ) => this.destroyed || options.onState( state ),
			failed: () => this.stop(),
		} );
		this.stage = new StageLink( { container, url: stageUrl, title: strings.frameTitle }, {
			report: ( report ) => {
				if ( report.kind === 'size' ) {
					this.stage.resize( report.numbers[ 0 ] ?? 0, report.numbers[ 1 ] ?? 0 );
				} else if ( report.kind === 'shown' ) {
					this.firstLook.pageShown();
				} else if ( report.kind === 'settled' ) {
					this.firstLook.settled();
				} else if ( report.kind === 'broken' ) {
					this.playback.fail( strings.cannotStart );
				}
				this.playback.stage( report );
			},
			refused: () => this.playback.fail( strings.frameRefused ),
		} );
		this.decoder = new DecoderLink( decoderUrl, {
			report: ( report ) => this.decoded( report ),
			failed: ( why ) => this.playback.fail( why === 'large' ? strings.tooLarge : strings.cannotStart ),
		} );
		this.feed = new SegmentFeed( loadSegment, {
			segment: ( { sequence, page }, bytes ) => {
				this.playback.loading.segmentCame();
				this.decoder.tell( { kind: 'segment', sequence, page, bytes }, [ bytes ] );
			},
			missing: ( sequence ) => this.decoder.tell( { kind: 'missing', sequence } ),
			unloaded: ( sequence ) => {
				this.playback.loading.segmentLost();
				this.decoder.tell( { kind: 'missing', sequence } );
			},
			caughtUp: () => this.playback.segmentsRead(),
			complete: () => this.decoder.tell( { kind: 'complete' } ),
		} );
		this.files = new SiteFiles( siteUrl, ( file ) => {
			this.stage.order( { kind: 'asset', ...file }, [ file.bytes ] );
			this.firstLook.fileCame( file.id );
		} );
		this.firstLook = new FirstLook( {
			settle: () => this.stage.order( { kind: 'settle' } ),
			done: () => this.playback.firstPageOpen(),
		} );
	}

	public async start(): Promise< void > {
		const { recording, siteUrl, strings } = this.options;
		this.append( recording );
		try {
			const toStage = await this.stage.start();
			if ( toStage ) {
				this.decoder.start( { kind: 'open', siteUrl, viewport: recording.viewport }, toStage );
				this.feed.start();
			}
		} catch {
			if ( ! this.destroyed ) {
				this.playback.fail( strings.cannotStart );
			}
		}
	}

	public append( recording: PlayedRecording ): void {
		this.feed.append( recording.segment_list ?? [] );
		if ( ! recording.live ) {
			this.feed.close();
		}
	}

	public destroy(): void {
		this.destroyed = true;
		this.playback.stop();
		this.stop();
		this.options.container.replaceChildren();
	}

	private decoded( report: DecoderReport ): void {
		// First the list, then the fetching: a file that is refused comes back at once.
		if ( report.started ) {
			this.firstLook.filesWanted( report.assets.map( ( asset ) => asset.id ) );
		}
		report.assets.forEach( ( asset ) => this.files.want( asset.id, asset.url, asset.kind ) );
		this.playback.decoder( report );
		if ( report.full ) {
			this.feed.cutOff();
		}
		this.feed.answered( report.sequence );
	}

	private stop(): void {
		[ this.feed, this.decoder, this.files, this.firstLook, this.stage ].forEach( ( part ) => part.stop() );
	}
}

/**
 * Plays one recording in `options.container`. Starts loading at once; playing begins with `play()`.
 * Never throws: failures are told as the state `failed` with a message.
 */
export function createPlayer( options: PlayerOptions ): Player {
	const parts = new PlayerParts( options );
	const { playback } = parts;
	void parts.start();
	return {
		play: () => playback.play(),
		pause: () => playback.pause(),
		seek: ( ms ) => playback.seek( ms ),
		setSpeed: ( speed ) => playback.setSpeed( speed ),
		setSkipIdle: ( on ) => playback.setSkipIdle( on ),
		update: ( recording ) => {
			playback.loading.update( recording );
			parts.append( recording );
		},
		destroy: () => parts.destroy(),
	};
}
