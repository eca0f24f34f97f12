"""What supervisors look after: the audit trail, the quarantine, storms, notices, reports."""
