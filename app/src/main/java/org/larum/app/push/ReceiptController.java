package org.larum.app.push;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Door;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.notification.NotificationCommand.RecordReceipt;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.Time;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where a device says that it has shown a message. Open, because the address itself is signed, for one message. */
@RestController
@Permit(Permission.OPEN)
public class ReceiptController {

    private final Door door;
    private final ReceiptLinks links;
    private final Commands commands;
    private final Time time;

    ReceiptController(Door door, ReceiptLinks links, Commands commands, Time time) {
        this.door = door;
        this.links = links;
        this.commands = commands;
        this.time = time;
    }

    @PostMapping("/push/receipts/{token}/shown")
    public Mono<ResponseEntity<Void>> shown(@PathVariable String token) {
        return said(token, "shown on a device");
    }

    @PostMapping("/push/receipts/{token}/clicked")
    public Mono<ResponseEntity<Void>> clicked(@PathVariable String token) {
        return said(token, "opened on a device");
    }

    private Mono<ResponseEntity<Void>> said(String token, String what) {
        return door.go(() -> ResponseEntity.status(
                        links.read(token)
                                        .filter(message -> noted(message, what))
                                        .isPresent()
                                ? HttpStatus.NO_CONTENT
                                : HttpStatus.NOT_FOUND)
                .build());
    }

    private boolean noted(NotificationId message, String what) {
        try {
            commands.send(new RecordReceipt(message, true, what, time.now()));
            return true;
        } catch (AggregateNotFoundException e) {
            return false;
        }
    }
}
