<?php
/**
 * Visitors erase their own recordings.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Rest;

use Candid\Domain\Unavailable;
use Candid\Door\Answer;
use Candid\Door\Eraser;
use Candid\Door\Policy;
use Candid\Door\Request;
use Candid\Service;
use Candid\Site\Indexer_Schedule;
use Candid\Site\Site_Storage;

/**
 * `POST /candid/v1/erasures`, body: 1 to 8 recording keys of 16 bytes, one after another, as application/octet-stream.
 * 200 `{ receipts: string[] }` once nothing of these recordings is left, and nothing of them can come any more; 400 for
 * another body, 403 for other sites, 503 with Retry-After when something could not be erased now.
 */
final class Erasures_Controller implements Service {

	/** When the job looks whether an erasure was finished (s): what a visitor withdraws is gone within a minute. */
	private const FINISH_SECONDS = 30;

	/**
	 * @param \Closure(): Site_Storage $storage Built only when somebody asks.
	 * @param \Closure(): Policy       $policy  Likewise.
	 */
	public function __construct( private readonly \Closure $storage, private readonly \Closure $policy, private readonly Indexer_Schedule $indexer ) {
	}

	public function register_hooks(): void {
		( new Door_Route( '/erasures', fn( Request $request ): Answer => $this->take( $request ) ) )->register_hooks();
	}

	private function take( Request $request ): Answer {
		// A process that is killed in the middle of the work is made up for by the job, also when the tab is gone.
		Indexer_Schedule::schedule( self::FINISH_SECONDS );
		// Segments that wait in the inbox may belong to the recording: indexed, they are known and their bytes have left the inbox.
		$this->indexer->catch_up();
		try {
			$storage = ( $this->storage )();
			return $storage->folder->as_owner( fn(): Answer => ( new Eraser( ( $this->policy )(), $storage->keeper() ) )->answer( $request ) );
		} catch ( Unavailable $failure ) {
			return Answer::later();
		}
	}
}
