<?php
/**
 * Contact: a form with every kind of control a site may have.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

get_header();
the_post();
?>
<div class="page-head wide"><h1><?php the_title(); ?></h1></div>
<div class="form-page">
	<div class="prose"><?php the_content(); ?></div>
	<?php if ( is_sent( 'contact' ) ) : ?>
		<div class="thanks" id="thanks" role="status">
			<h2><?php esc_html_e( 'Thank you, your letter is here.', 'ovenbird' ); ?></h2>
			<p><?php esc_html_e( 'If Ovenbird were real, Mara would write back by the end of the week. What you wrote was not kept.', 'ovenbird' ); ?></p>
			<p><a href="<?php echo esc_url( (string) get_permalink() ); ?>"><?php esc_html_e( 'Write another', 'ovenbird' ); ?></a></p>
		</div>
	<?php else : ?>
		<form class="form" id="contact-form" action="<?php echo esc_url( form_action() ); ?>" method="post" enctype="multipart/form-data">
			<?php form_fields( 'contact' ); ?>
			<input type="hidden" name="came_from" value="contact-page">
			<fieldset>
				<legend><?php esc_html_e( 'You', 'ovenbird' ); ?></legend>
				<p class="field half"><label for="contact-name"><?php esc_html_e( 'Your name', 'ovenbird' ); ?></label><input id="contact-name" name="full_name" type="text" autocomplete="name" required></p>
				<p class="field half"><label for="contact-email"><?php esc_html_e( 'E-mail', 'ovenbird' ); ?></label><input id="contact-email" name="email" type="email" autocomplete="email" required></p>
				<p class="field half"><label for="contact-phone"><?php esc_html_e( 'Telephone', 'ovenbird' ); ?> <i><?php esc_html_e( 'optional', 'ovenbird' ); ?></i></label><input id="contact-phone" name="phone" type="tel" autocomplete="tel"></p>
				<p class="field half"><label for="contact-site"><?php esc_html_e( 'Your shop or site', 'ovenbird' ); ?> <i><?php esc_html_e( 'optional', 'ovenbird' ); ?></i></label><input id="contact-site" name="site" type="url" placeholder="https://"></p>
			</fieldset>
			<fieldset>
				<legend><?php esc_html_e( 'What it is about', 'ovenbird' ); ?></legend>
				<p class="field half"><label for="contact-topic"><?php esc_html_e( 'Topic', 'ovenbird' ); ?></label>
					<select id="contact-topic" name="topic">
						<option value="commission"><?php esc_html_e( 'A piece made to order', 'ovenbird' ); ?></option>
						<option value="order"><?php esc_html_e( 'An order I placed', 'ovenbird' ); ?></option>
						<option value="wholesale"><?php esc_html_e( 'Selling your pots', 'ovenbird' ); ?></option>
						<option value="other"><?php esc_html_e( 'Something else', 'ovenbird' ); ?></option>
					</select>
				</p>
				<p class="field half"><label for="contact-town"><?php esc_html_e( 'Nearest town', 'ovenbird' ); ?></label><input id="contact-town" name="town" list="contact-towns"><datalist id="contact-towns"><option value="Saltmere"><option value="Harrowick"><option value="Long Ferry"></datalist></p>
				<p class="field third"><label for="contact-pieces"><?php esc_html_e( 'How many pieces', 'ovenbird' ); ?></label><input id="contact-pieces" name="pieces" type="number" min="1" max="200" value="4"></p>
				<p class="field third"><label for="contact-date"><?php esc_html_e( 'Needed by', 'ovenbird' ); ?></label><input id="contact-date" name="needed_by" type="date"></p>
				<p class="field third"><label for="contact-time"><?php esc_html_e( 'Best time to call', 'ovenbird' ); ?></label><input id="contact-time" name="call_at" type="time"></p>
				<p class="field two-thirds"><label for="contact-budget"><?php esc_html_e( 'Budget', 'ovenbird' ); ?> <output data-budget for="contact-budget">£200</output></label><input id="contact-budget" name="budget" type="range" min="50" max="1000" step="50" value="200"></p>
				<p class="field third"><label for="contact-colour"><?php esc_html_e( 'Glaze colour', 'ovenbird' ); ?></label><input id="contact-colour" name="colour" type="color" value="#2440c7"></p>
				<p class="field"><label for="contact-uses"><?php esc_html_e( 'What it is for (choose several)', 'ovenbird' ); ?></label>
					<select id="contact-uses" name="uses[]" multiple size="4">
						<option><?php esc_html_e( 'Eating', 'ovenbird' ); ?></option>
						<option><?php esc_html_e( 'Drinking', 'ovenbird' ); ?></option>
						<option><?php esc_html_e( 'Flowers', 'ovenbird' ); ?></option>
						<option><?php esc_html_e( 'A present', 'ovenbird' ); ?></option>
					</select>
				</p>
			</fieldset>
			<fieldset>
				<legend><?php esc_html_e( 'How shall we answer?', 'ovenbird' ); ?></legend>
				<p class="choices">
					<label><input type="radio" name="answer" value="email" checked> <?php esc_html_e( 'By e-mail', 'ovenbird' ); ?></label>
					<label><input type="radio" name="answer" value="phone"> <?php esc_html_e( 'By telephone', 'ovenbird' ); ?></label>
					<label><input type="radio" name="answer" value="post"> <?php esc_html_e( 'On a postcard', 'ovenbird' ); ?></label>
				</p>
			</fieldset>
			<fieldset>
				<legend><?php esc_html_e( 'Tell us', 'ovenbird' ); ?></legend>
				<p class="field"><label for="contact-message"><?php esc_html_e( 'Message', 'ovenbird' ); ?></label><textarea id="contact-message" name="message" rows="5" required></textarea></p>
				<div class="field">
					<span class="label" id="contact-sketch-label"><?php esc_html_e( 'The words to write on it', 'ovenbird' ); ?></span>
					<div class="editable" id="contact-sketch" contenteditable="true" role="textbox" aria-multiline="true" aria-labelledby="contact-sketch-label" data-copy-to="inscription"></div>
					<input type="hidden" name="inscription" value="">
				</div>
				<p class="field"><label for="contact-file"><?php esc_html_e( 'A drawing, if you have one', 'ovenbird' ); ?></label><input id="contact-file" name="drawing" type="file" accept="image/*,.pdf"></p>
			</fieldset>
			<p class="choices"><label><input type="checkbox" name="letter" value="1"> <?php esc_html_e( 'Send me the letter when the kiln is opened', 'ovenbird' ); ?></label></p>
			<p class="choices"><label><input type="checkbox" name="agreed" value="1" required> <?php esc_html_e( 'I know that Ovenbird is made up', 'ovenbird' ); ?></label></p>
			<p><button class="button" type="submit"><?php esc_html_e( 'Send', 'ovenbird' ); ?></button> <button class="button plain" type="reset"><?php esc_html_e( 'Start over', 'ovenbird' ); ?></button></p>
		</form>
	<?php endif; ?>
</div>
<?php
get_footer();
