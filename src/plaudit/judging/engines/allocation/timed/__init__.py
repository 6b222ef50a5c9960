"""Plans where reading time binds: what is near the best at once, how near, and the best where that can be had."""
