package org.larum.app.telephone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.bus.Door;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.notifiers.telephone.TwilioReply;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where Twilio calls back. Open, because it signs: what is not signed is refused with 403, whatever it says. */
@RestController
@Permit(Permission.OPEN)
public class TelephoneController {

    private final Door door;
    private final TelephoneDesk desk;

    public TelephoneController(Door door, TelephoneDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    /** What became of a message or a call. */
    @PostMapping("/telephone/twilio/status/{notification}")
    public Mono<ResponseEntity<String>> status(@PathVariable String notification, ServerWebExchange exchange) {
        return signed(exchange, form -> {
            UUID id = Asking.uuid(notification);
            boolean isKnown = id != null && desk.received(id, form);
            return ResponseEntity.status(isKnown ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND)
                    .build();
        });
    }

    /** A key was pressed in a call. */
    @PostMapping("/telephone/twilio/answer/{token}")
    public Mono<ResponseEntity<String>> answer(@PathVariable String token, ServerWebExchange exchange) {
        return signed(
                exchange,
                form -> xml(desk.pressed(token, form.get("Digits"))
                        .map(TwilioReply::spoken)
                        .orElseGet(() -> TwilioReply.again(
                                exchange.getRequest().getPath().value()))));
    }

    /** Somebody wrote a message to the number of the account. */
    @PostMapping("/telephone/twilio/sms")
    public Mono<ResponseEntity<String>> sms(ServerWebExchange exchange) {
        return signed(
                exchange,
                form -> xml(desk.written(
                                form.getOrDefault("From", ""), form.getOrDefault("Body", ""), form.get("MessageSid"))
                        .map(TwilioReply::written)
                        .orElseGet(TwilioReply::nothing)));
    }

    private Mono<ResponseEntity<String>> signed(
            ServerWebExchange exchange, Function<Map<String, String>, ResponseEntity<String>> work) {
        var request = exchange.getRequest();
        @Nullable String signature = request.getHeaders().getFirst("X-Twilio-Signature");
        var path = request.getURI().getRawPath()
                + (request.getURI().getRawQuery() == null
                        ? ""
                        : "?" + request.getURI().getRawQuery());
        return exchange.getFormData().flatMap(data -> {
            var form = new LinkedHashMap<String, String>();
            data.forEach((name, values) -> form.put(name, values.isEmpty() ? "" : String.join("", values)));
            return door.go(() -> desk.isSigned(path, form, signature)
                    ? work.apply(form)
                    : ResponseEntity.status(HttpStatus.FORBIDDEN).<String>build());
        });
    }

    private static ResponseEntity<String> xml(String text) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(text);
    }
}
