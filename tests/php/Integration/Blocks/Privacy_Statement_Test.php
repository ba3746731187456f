<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Blocks;

use Candid\Blocks\Policy_Guide;
use Candid\Blocks\Privacy_Statement;
use Candid\Statement\Site_Statement;
use Candid\Tests\Integration\Site_Case;
use PHPUnit\Framework\Attributes\DataProvider;

/** The block as it stands in a page. Needs the built blocks: npm run build -- blocks. */
final class Privacy_Statement_Test extends Site_Case {

	/** @return array<string, array{0: string, 1: string, 2: string}> */
	public static function pages(): array {
		$quoted = array(
			'en_US' => 'Your personal data might be collected by us or 3rd parties, such as Smartsupp.com, s.r.o., VAT ID CZ03668681',
			'es_ES' => 'Sus datos personales pueden ser recogidos por nosotros o por terceros, como Smartsupp.com, s.r.o., VAT ID CZ03668681',
			'it_IT' => 'I tuoi dati personali potrebbero essere raccolti da noi o dalle terze parti come ad es. Smartsupp.com, s.r.o., VAT ID CZ03668681',
			'pl_PL' => 'Twoje dane osobowe mogą być zbierane przez nas lub zewnętrzne podmioty, takie jak Smartsupp.com, s.r.o., VAT ID CZ03668681',
			'hu_HU' => 'Személyes adatait összegyűjthetjük mi vagy egy harmadik fél, például a Smartsupp.com, s.r.o., HÉA-azonosító: CZ03668681',
		);
		$cases  = array();
		foreach ( $quoted as $locale => $sentence ) {
			$cases[ "$locale, Smartsupp" ]  = array( $locale, self::SMARTSUPP_KEY, $sentence );
			$cases[ "$locale, this site" ]  = array( $locale, '', '' );
			$cases[ "$locale, other site" ] = array( $locale, self::OTHER_KEY, '' );
		}

		return $cases;
	}

	#[DataProvider( 'pages' )]
	public function test_it_is_plain_text_in_the_language_of_the_page( string $locale, string $key, string $sentence ): void {
		add_filter( 'locale', static fn (): string => $locale );
		$this->given_settings( array( 'account_key' => $key ) );
		$html = $this->block()->render( array(), 0, 'class="wp-block-candid-privacy-statement"' );
		self::assertMatchesRegularExpression( '~^<p class="wp-block-candid-privacy-statement">[^<>]+\.</p>$~', $html );
		if ( '' !== $sentence ) {
			self::assertSame( $sentence . '.', html_entity_decode( wp_strip_all_tags( $html ), ENT_QUOTES ) );
		} else {
			self::assertStringNotContainsString( 'Smartsupp', $html );
		}
	}

	public function test_a_language_chosen_in_the_block_wins_and_is_marked(): void {
		self::assertStringStartsWith( '<p class="x" lang="hu" dir="ltr">Rögzítjük', $this->block()->render( array( 'language' => 'hu' ), 0, 'class="x"' ) );
	}

	public function test_a_page_in_a_language_without_a_statement_gets_english_marked_as_english(): void {
		add_filter( 'locale', static fn (): string => 'fr_FR' );
		self::assertStringStartsWith( '<p class="x" lang="en" dir="ltr">We record visits to this website: ', $this->block()->render( array(), 0, 'class="x"' ) );
	}

	public function test_company_and_number_are_escaped(): void {
		$html = $this->block()->render(
			array(
				'company' => '<b onclick="x">A & B</b>',
				'vatId'   => '"><script>',
			),
			0,
			'class="x"'
		);
		self::assertStringContainsString( '&lt;b onclick=&quot;x&quot;&gt;A &amp; B&lt;/b&gt;, VAT ID &quot;&gt;&lt;script&gt;.</p>', $html );
	}

	public function test_attributes_of_a_wrong_type_are_left_aside(): void {
		$html = $this->block()->render(
			array(
				'language' => array( 'pl' ),
				'company'  => 7,
				'vatId'    => null,
			),
			0,
			'class="x"'
		);
		self::assertStringStartsWith( '<p class="x">We record visits to this website: ', $html );
	}

	public function test_a_page_with_the_block_shows_it(): void {
		self::assertTrue( \WP_Block_Type_Registry::get_instance()->is_registered( Site_Statement::BLOCK ), 'Build the blocks first: npm run build -- blocks' );
		$html = do_blocks( '<!-- wp:candid/privacy-statement {"language":"pl","company":"Sklep","vatId":"PL1"} /-->' );
		self::assertStringContainsString( 'takie jak Sklep, VAT ID PL1.</p>', $html );
		self::assertStringNotContainsString( '<script', $html );
	}

	public function test_an_editor_can_render_and_keep_it_without_managing_anything(): void {
		$this->log_in( 'editor' );
		self::assertFalse( current_user_can( 'manage_options' ) );
		self::assertFalse( current_user_can( 'candid_manage_settings' ) );
		$request = new \WP_REST_Request( 'GET', '/wp/v2/block-renderer/candid/privacy-statement' );
		$request->set_param( 'context', 'edit' );
		$response = rest_do_request( $request );
		self::assertSame( 200, $response->get_status() );
		self::assertStringContainsString( 'We record visits to this website', $response->get_data()['rendered'] );

		$kept = wp_insert_post(
			array(
				'post_type'    => 'page',
				'post_status'  => 'publish',
				'post_title'   => 'Privacy',
				'post_content' => '<!-- wp:candid/privacy-statement {"language":"es"} /-->',
			)
		);
		self::assertIsInt( $kept );
		$html = apply_filters( 'the_content', get_post( $kept )->post_content );
		wp_delete_post( $kept, true );
		self::assertStringContainsString( 'Grabamos las visitas a este sitio web', $html );
	}

	public function test_the_account_key_never_reaches_an_editor(): void {
		$this->given_settings( array( 'account_key' => self::OTHER_KEY ) );
		$data = $this->block()->editor_data( 0 );
		self::assertSame(
			array(
				'kind'   => 'candid',
				'locale' => 'en_US',
			),
			$data
		);
	}

	public function test_the_policy_guide_suggests_the_same_sentence(): void {
		$this->given_settings( array( 'account_key' => self::SMARTSUPP_KEY ) );
		$text = ( new Policy_Guide( $this->plugin()->statement() ) )->text();
		self::assertStringContainsString( 'such as Smartsupp.com, s.r.o., VAT ID CZ03668681.', $text );
		self::assertStringContainsString( 'ask a local lawyer', $text );
	}

	private function block(): Privacy_Statement {
		return $this->plugin()->privacy_statement();
	}
}
