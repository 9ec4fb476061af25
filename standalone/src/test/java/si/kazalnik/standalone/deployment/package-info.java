/** What runs elsewhere by configuration alone: Docker Compose and Kubernetes. */
@NullMarked
package si.kazalnik.standalone.deployment;

import org.jspecify.annotations.NullMarked;
