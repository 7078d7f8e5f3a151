package org.larum.app.compat.alertmanager;

import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The two addresses by which load balancers and operators know that an Alertmanager is up. */
@Permit(Permission.OPEN)
@RestController
class AlertmanagerHealth {

    @GetMapping({
        "/-/healthy",
        "/-/healthy/",
        "/-/ready",
        "/-/ready/",
        "/alertmanager/{key}/-/healthy",
        "/alertmanager/{key}/-/healthy/",
        "/alertmanager/{key}/-/ready",
        "/alertmanager/{key}/-/ready/"
    })
    ResponseEntity<String> up() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("OK");
    }
}
