<?php
/**
 * The REST door.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Rest;

use Candid\Domain\Unavailable;
use Candid\Door\Acceptor;
use Candid\Door\Answer;
use Candid\Door\Request;
use Candid\Service;
use Candid\Site\Indexer_Schedule;

/** `POST /candid/v1/segments`: takes one segment; the acceptor decides who may send. Answers: docs/ARCHITECTURE.md, "The door". */
final class Segments_Controller implements Service {

	/** @param \Closure(): Acceptor $acceptor Built only when a segment comes. */
	public function __construct( private readonly \Closure $acceptor, private readonly Indexer_Schedule $indexer ) {
	}

	public function register_hooks(): void {
		( new Door_Route( '/segments', fn( Request $request ): Answer => $this->take( $request ) ) )->register_hooks();
	}

	private function take( Request $request ): Answer {
		try {
			$answer = ( $this->acceptor )()->accept( $request );
		} catch ( Unavailable $failure ) {
			return Answer::later();
		}
		if ( 204 === $answer->status ) {
			$this->indexer->run_after_answer();
		}
		return $answer;
	}
}
