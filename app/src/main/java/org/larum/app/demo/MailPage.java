package org.larum.app.demo;

import java.util.function.Function;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mails of the demonstration, to be read in a browser. There is no such page in any other server. */
@RestController
@ConditionalOnBean(Demo.class)
@Permit(Permission.OPEN)
class MailPage {

    private static final MediaType HTML = MediaType.valueOf("text/html;charset=utf-8");
    private static final String PAGE = "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    /** What a mail brings may style itself, and its links may open windows; it can do nothing else. */
    private static final String LETTER = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private static final int RENEW_SECONDS = 3;

    private final PostOffice post;

    MailPage(PostOffice post) {
        this.post = post;
    }

    /** The list renews itself only for those who ask for it: a page that moves by itself is hard to read for some. */
    @GetMapping("/demo/mail")
    ResponseEntity<String> list(@RequestParam(defaultValue = "false") boolean live) {
        var answer = page(PAGE);
        if (live) {
            answer.header("Refresh", String.valueOf(RENEW_SECONDS));
        }
        return answer.body(MailHtml.list(post.mails(), live));
    }

    @GetMapping("/demo/mail/{number}")
    ResponseEntity<String> one(@PathVariable String number) {
        return answer(number, PAGE, MailHtml::one);
    }

    @GetMapping("/demo/mail/{number}/html")
    ResponseEntity<String> letter(@PathVariable String number) {
        return answer(number, LETTER, mail -> MailHtml.letter(mail.html() == null ? "" : mail.html()));
    }

    @GetMapping("/demo/demo.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=utf-8"))
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource("demo/demo.css"));
    }

    private ResponseEntity<String> answer(String number, String content, Function<Mail, String> html) {
        int wanted = number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
        return post.mail(wanted)
                .map(mail -> page(content).body(html.apply(mail)))
                .orElseGet(() -> ResponseEntity.status(404)
                        .contentType(HTML)
                        .header("Content-Security-Policy", PAGE)
                        .body(MailHtml.nothing()));
    }

    private static ResponseEntity.BodyBuilder page(String content) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", content)
                .header("X-Frame-Options", "SAMEORIGIN");
    }
}
