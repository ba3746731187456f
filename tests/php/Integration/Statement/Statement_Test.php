<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Statement;

use Candid\Accounts\Account_Kind;
use Candid\Statement\Statement;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The sentence in five languages for three kinds of account: the samples the editor is held to as well. */
final class Statement_Test extends TestCase {

	/** @return iterable<string, array{0: array{locale: string, kind: string, company: string, vatId: string, language: string, text: string}}> */
	public static function samples(): iterable {
		$samples = json_decode( (string) file_get_contents( dirname( __DIR__, 3 ) . '/contract/samples/statements.json' ), true, 8, JSON_THROW_ON_ERROR );
		foreach ( $samples as $i => $sample ) {
			yield "$i {$sample['locale']} {$sample['kind']}" => array( $sample );
		}
	}

	/** @param array{locale: string, kind: string, company: string, vatId: string, language: string, text: string} $sample A sample. */
	#[DataProvider( 'samples' )]
	public function test_it_says_what_the_sample_says( array $sample ): void {
		$statement = Statement::compose( $sample['locale'], Account_Kind::from( $sample['kind'] ), $sample['company'], $sample['vatId'] );
		self::assertSame( $sample['text'], $statement->text );
		self::assertSame( $sample['language'], $statement->language );
	}
}
